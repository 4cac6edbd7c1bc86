/** The verifier itself failed: nothing is known of the program. */
export class VerifierError extends Error {
  override readonly name = "VerifierError";
}
