// What npm runs after an install in a clone: husky points git at the hooks in this folder. It leaves a folder alone that is no clone.
import { env } from 'node:process'

/** Installed without devDependencies, there is no husky: that is no failure. */
async function loadHusky() {
  try {
    return (await import('husky')).default
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return () => ''
    throw error
  }
}

// Nobody commits on a CI machine.
if (env.CI !== 'true') {
  const husky = await loadHusky()
  console.log(husky())
}
