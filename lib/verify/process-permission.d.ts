declare namespace NodeJS {
  interface ProcessPermission {
    /** Gives a right up for good. Node has it since 24.16; its types do not yet. */
    drop(scope: string): void;
  }
}
