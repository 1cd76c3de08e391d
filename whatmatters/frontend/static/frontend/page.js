// Wakes the GOV.UK Frontend parts of the page. Without it every page still works.
import { initAll } from "./govuk-frontend.min.js";

initAll();
