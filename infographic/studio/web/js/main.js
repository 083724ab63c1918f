/** Puts the page together. */

import { mountBar } from "./bar/bar.js";
import { mountDesk } from "./desk/desk.js";
import { mountDialogs } from "./dialogs/mount.js";
import { byId } from "./dom.js";
import { mountPlace } from "./place.js";
import { mountSide } from "./side/side.js";
import { mountStatus } from "./status.js";
import { mountStrip } from "./strip/strip.js";
import { Studio } from "./studio.js";

const studio = new Studio();
mountPlace(studio);
const desk = mountDesk(byId("desk"), studio);
mountBar(byId("bar"), studio, desk);
mountStrip(byId("strip"), studio);
mountSide(byId("side"), studio);
mountStatus(byId("status"), studio, desk);
mountDialogs(studio);
