/** The name of a delivery, all that the asking side needs to know. */
export interface DeliveryKind {
  readonly name: string;
  readonly attempts: number;
}
