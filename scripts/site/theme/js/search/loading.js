/**
 * @file Owns loading a script when it is needed: tried again where it does not come.
 */

const WAITS = [400, 1500];

/** How often each script has not come. @type {Map<string, number>} */
const failures = new Map();

/**
 * What a script exports. Throws what `import` throws, after some tries.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function loaded(address) {
  for (const wait of WAITS) {
    try {
      return await once(address);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return once(address);
}

/** @param {string} address @returns {Promise<any>} */
async function once(address) {
  const failed = failures.get(address) ?? 0;
  const asked = new URL(address);
  // Some browsers remember for as long as the page lives that an address failed; hosts do not read this.
  if (failed) asked.searchParams.set("again", String(failed));
  try {
    return await import(asked.href);
  } catch (error) {
    failures.set(address, failed + 1);
    throw error;
  }
}
