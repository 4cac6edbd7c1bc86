/** Where the provider sends browsers back to; it has to be registered there under the public address. */
export const CALLBACK_PATH = "/api/sign-in/callback";
