/** The version of Kinde's package that workflows run with; a test holds it to package.json. */

export const PACKAGE_VERSION = "0.9.0";
