/** Our sign: a lamp left on beside a bed. Decoration only, so nobody is told about it. */
export const Lamp = ({ className }: { className: string }) => (
  <svg
    className={`bedside-lamp ${className}`}
    viewBox="0 0 48 48"
    width="48"
    height="48"
    aria-hidden="true"
    focusable="false"
  >
    <path className="bedside-lamp__glow" d="M16 21 4 40h40L32 21z" />
    <path className="bedside-lamp__line" d="M24 20v14M17 36h14M5 41h38" />
    <path className="bedside-lamp__shade" d="M18 6h12l5 15.5H13z" />
  </svg>
);
