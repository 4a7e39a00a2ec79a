// SPDX-License-Identifier: EUPL-1.2
// The page that says somebody is signed out tells the other tabs, which then ask the server and clear themselves.
"use strict";
new BroadcastChannel("samvern").postMessage("out");
