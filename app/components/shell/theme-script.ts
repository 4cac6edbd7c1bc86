/** Where the choice is kept; absent means "as the system". */
export const THEME_KEY = "lento:theme";

/** Runs before anything is painted. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;
