import { serveProcess } from "./serve-process.worker";

serveProcess({ stripTypes: null });
