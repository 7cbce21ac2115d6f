/** Finds a Chromium for the tests, or installs one: an installed browser, else Playwright's own, else the system's package manager. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Each: the program that must exist, and the commands that install Chromium with it. */
const PACKAGE_MANAGERS = [
  [
    "apt-get",
    [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "chromium"],
    ],
  ],
  ["dnf", [["dnf", "install", "-y", "-q", "chromium"]]],
  ["apk", [["apk", "add", "--quiet", "chromium"]]],
  ["pacman", [["pacman", "-S", "--noconfirm", "chromium"]]],
  ["zypper", [["zypper", "--non-interactive", "install", "chromium"]]],
  ["brew", [["brew", "install", "--cask", "chromium"]]],
];

function which(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder !== "" && existsSync(path)) return path;
  }
  return null;
}

/** A browser counts only if it answers `--version`: a snap stub or a broken install does not. */
function works(path) {
  if (process.platform === "win32") return existsSync(path);
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (works(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but no browser answers there. Correct it, or unset it.`);
  }
  return [...NAMES.map(which), ...PLACES].find((path) => path !== null && existsSync(path) && works(path)) ?? null;
}

function playwrightsOwn() {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log("No Chromium is installed here: asking Playwright to download its own.");
  spawnSync("npx", ["--no-install", "playwright", "install", "chromium"], {
    stdio: "inherit",
    timeout: 180_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
    shell: process.platform === "win32",
  });
  return existsSync(path) && works(path) ? path : null;
}

function packageManagers() {
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot
    ? []
    : which("sudo") !== null && spawnSync("sudo", ["-n", "true"]).status === 0
      ? ["sudo", "-n"]
      : null;
  for (const [program, commands] of PACKAGE_MANAGERS) {
    if (which(program) === null) continue;
    const prefix = program === "brew" ? [] : sudo;
    if (prefix === null) continue;
    console.log(`Installing Chromium with ${program}.`);
    try {
      for (const command of commands) {
        const [first, ...rest] = [...prefix, ...command];
        execFileSync(first, rest, {
          stdio: "inherit",
          timeout: 300_000,
          env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        });
      }
    } catch {
      continue;
    }
    const found = installed();
    if (found !== null) return found;
  }
  return null;
}

/**
 * The path of a Chromium that runs.
 * @throws Error that says exactly what to install, when none can be had.
 */
export function findBrowser() {
  const found = installed() ?? playwrightsOwn() ?? packageManagers();
  if (found !== null) return found;
  throw new Error(
    "No Chromium was found and none could be installed. Install one, for example with `sudo apt-get install chromium`, " +
      "`brew install --cask chromium` or `npx playwright install --with-deps chromium`; or set CHROMIUM_PATH to a Chromium, Chrome or Edge program.",
  );
}

/** Flags under which a browser that is driven by tests makes no request of its own; without a sandbox of its own where the user is root. */
export const BROWSER_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];
