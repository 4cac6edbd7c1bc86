/** How v86 asks for a file of the image: by an address, which ends in the file's name. */
const FOLDER = "image-files/";
const bringing = new Map<string, PromiseWithResolvers<ArrayBuffer>>();
let want: (name: string) => void = () => {};

/**
 * The worker has no network: where v86 would fetch a file of the image, the page is asked for it. Stands in for
 * `XMLHttpRequest`, as far as v86 uses it.
 */
class ImageFileRequest {
  readonly readyState = 4;
  readonly status = 200;
  responseType = "";
  response: ArrayBuffer | null = null;
  onload: (() => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  #name = "";

  open(_method: string, address: string) {
    this.#name = address.slice(FOLDER.length);
  }

  send() {
    const known = bringing.get(this.#name);
    const coming = known ?? Promise.withResolvers<ArrayBuffer>();
    if (known === undefined) {
      bringing.set(this.#name, coming);
      want(this.#name);
    }
    void this.#answer(coming.promise);
  }

  async #answer(coming: Promise<ArrayBuffer>) {
    try {
      this.response = await coming;
    } catch (error) {
      // v86 asks again, a little later each time.
      return this.onerror?.(error);
    }
    this.onload?.();
  }

  abort() {}
  setRequestHeader() {}
}

export const imageFiles = {
  address: FOLDER,
  /** To be called before an emulator is made. */
  install: () => Reflect.set(globalThis, "XMLHttpRequest", ImageFileRequest),
  onWanted(listener: (name: string) => void) {
    want = listener;
  },
  /** Null: the file could not be fetched. */
  put(name: string, bytes: ArrayBuffer | null) {
    const coming = bringing.get(name);
    bringing.delete(name);
    if (bytes === null) coming?.reject(new Error(`${name} could not be fetched.`));
    else coming?.resolve(bytes);
  },
};
