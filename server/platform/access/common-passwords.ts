/** How much of a surprise a common password is inside another: less for those that are tried first. */
export type CommonPasswords = ReadonlyMap<string, number>;

const triedFirst = 1_000;
const surprises = { triedFirst: 1, common: 1.9 } as const;
/** Shorter ones are in every text. */
const shortest = 4;

let list: Promise<CommonPasswords> | undefined;

/** Some 49,000, read when somebody first chooses a password: a tenth of a second that the start need not spend. */
export function commonPasswords(): Promise<CommonPasswords> {
  list ??= read();
  return list;
}

async function read(): Promise<CommonPasswords> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const ranked = dictionary['passwords-common'].entries();
  return new Map(
    ranked
      .filter(([, word]) => word.length >= shortest)
      .map(([rank, word]) => [word, rank < triedFirst ? surprises.triedFirst : surprises.common]),
  );
}
