/** One spelling of a mailbox, by which addresses are compared; what is written to is always kept as it was given. */
export const plainMailbox = (address: string): string => address.normalize('NFC').trim().toLowerCase();
