import { makeKeptImage } from "./publish-linux.build";

/** `npm run build:linux`: makes the Linux image anew, whether one is kept or not. */
await makeKeptImage();
