"use client";

import { fetchedPart } from "@/app/components/shell/fetched-part";

/** The place of a `PageFetch`, whose code only the lessons that have one fetch. */
export const PageFetchPlace = fetchedPart(async () => (await import("./page-fetch")).PageFetch);
