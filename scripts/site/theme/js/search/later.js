/**
 * @file Owns loading the parts of the engine that most first queries do without.
 */

import { loaded } from "./loading.js";

const RARE = new URL("./rare.js", import.meta.url).href;
const COLUMNS = new URL("./columns.js", import.meta.url).href;

/** What is needed where a word is unknown, misspelt or begins with a wildcard. @returns {Promise<typeof import("./rare.js")>} */
export const rare = () => loaded(RARE);

/** What is needed to filter and count. @returns {Promise<typeof import("./columns.js")>} */
export const columnsReader = () => loaded(COLUMNS);
