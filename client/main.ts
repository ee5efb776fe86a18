import { prepareContents } from "./contents.ts";
import { prepareConversation } from "./join.ts";
import { prepareCopying } from "./copying.ts";
import { prepareSpeculation } from "./speculation.ts";
import { prepareSearchKey } from "./search-key.ts";
import { prepareTheme } from "./theme.ts";
import { prepareZoom } from "./zooming.ts";

// What every page sends. Keep it small: what is not needed before the reader does something is a chunk that `import()`
// loads.
prepareTheme();
prepareConversation();
prepareCopying();
prepareSpeculation();
prepareSearchKey();
prepareZoom();
prepareContents();
