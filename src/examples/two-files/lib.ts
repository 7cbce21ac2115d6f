export type Region = { name: string; api: string };

const REGIONS: Region[] = [
  { name: "eu", api: "https://eu.api.example.com" },
  { name: "us", api: "https://us.api.example.com" },
  { name: "au", api: "https://au.api.example.com" },
];

/** Spreads organizations over the regions, always the same way. */
export function regionOf(orgCode: string): Region {
  let sum = 0;
  for (const character of orgCode) sum += character.charCodeAt(0);
  return REGIONS[sum % REGIONS.length];
}
