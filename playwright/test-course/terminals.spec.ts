import { tryTerminals } from "../try-terminals";

tryTerminals("playwright/content");
