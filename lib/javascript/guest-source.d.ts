/** Code for inside the virtual machine, imported as text. */
declare module "*.guest.js" {
  const source: string;
  export default source;
}
