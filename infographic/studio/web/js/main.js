/** Puts the page together. */

import { mountDesk } from "./desk/desk.js";
import { byId } from "./dom.js";
import { mountStatus } from "./status.js";
import { Studio } from "./studio.js";

const studio = new Studio();
mountDesk(byId("desk"), studio);
mountStatus(byId("status"), studio);
