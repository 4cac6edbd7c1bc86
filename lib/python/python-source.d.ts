/** A Python file, imported as its text (esbuild's text loader). */
declare module "*.py" {
  const source: string;
  export default source;
}
