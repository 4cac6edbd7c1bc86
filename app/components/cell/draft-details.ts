/** What only those who write need to see, in one file for the browser to fetch. */
export { DraftNotice } from "./draft-notice";
export { HistoryDialog } from "./history-dialog";
