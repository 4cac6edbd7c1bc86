import { serveProcess } from "./serve-process.worker";
import { stripTypes } from "./strip-types";

serveProcess({ stripTypes });
