const key = "qingdan.checks-as-you-type";

/** Whether this person wants to be checked as they type: on until they say otherwise. */
export function readLive(): boolean {
  try {
    return window.localStorage.getItem(key) !== "off";
  } catch {
    // a pane may be denied any storage
    return true;
  }
}

export function keepLive(isLive: boolean): void {
  try {
    if (isLive) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, "off");
  } catch {
    // then it holds until the pane closes
  }
}
