/** What only a run needs to be shown, in one file for the browser to fetch. */
export { Meter } from "@/app/components/measure/meter";
export { InputForm } from "./input-form";
export { WrittenFiles } from "./written-files";
