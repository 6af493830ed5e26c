/** The sign of Redaksi: a column of text under a seal. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" fill="none">
      <rect x="3" y="3" width="26" height="26" rx="6" fill="var(--nila)" />
      <path
        d="M9 11h8M9 16h14M9 21h14"
        stroke="var(--on-nila)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle
        cx="22"
        cy="10.6"
        r="3.4"
        fill="var(--soga)"
        stroke="var(--on-nila)"
        strokeWidth="1.4"
      />
    </svg>
  );
}
