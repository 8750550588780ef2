/** Our sign: a lamp left on beside a bed. */
export const Lamp = ({ size = 28 }: { size?: number }) => (
  <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
    <path d="M17 22 6 40h36L31 22z" fill="#f6b95f" opacity=".32" />
    <path d="M24 21v14M17 37h14M6 42h36" fill="none" stroke="#fdeed5" strokeWidth="2.6" strokeLinecap="round" />
    <path d="M18.500 6h11l5 16h-21z" fill="#f6b95f" />
  </svg>
);
