/** Returns where the browser lies and what its environment needs. CHROMIUM_PATH names another one. */
export function prepareBrowser(): { executablePath: string; env: Record<string, string> };
