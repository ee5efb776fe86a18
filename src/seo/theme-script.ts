/**
 * Runs before the first paint, so that whoever chose a theme never sees the other one flash: the reader's choice, or
 * nothing for the system's, as `<html data-theme>`. The attribute also says that scripts run. Storage may be blocked.
 * `client/theme.ts` writes what is read here.
 */
export const themeScript =
  '(d=>{try{d.theme=localStorage["klatsch-theme"]||""}catch{d.theme=""}})(document.documentElement.dataset)';
