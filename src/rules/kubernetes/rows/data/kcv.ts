/** The names that Trivy has for checks on the control plane, by their numbers. */
export function kcv(...numbers: readonly number[]): readonly string[] {
  return numbers.flatMap((number) => {
    const digits = String(number).padStart(4, '0');
    return [`KCV-${digits}`, `KCV${digits}`, `AVD-KCV-${digits}`];
  });
}
