import { tryTerminals } from "../try-terminals";

tryTerminals("content");
