/** Puts the page together. */

import { mountDesk } from "./desk/desk.js";
import { mountDialogs } from "./dialogs/mount.js";
import { byId } from "./dom.js";
import { mountSide } from "./side/side.js";
import { mountStatus } from "./status.js";
import { Studio } from "./studio.js";

const studio = new Studio();
mountDesk(byId("desk"), studio);
mountSide(byId("side"), studio);
mountStatus(byId("status"), studio);
mountDialogs(studio);
