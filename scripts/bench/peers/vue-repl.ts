/** The playground of Vue's docs as its readme sets it up, with Vue from this server and not from a CDN. */
import { Repl, useStore, useVueImportMap } from "@vue/repl";
import { createApp, h, ref } from "vue";
import runtimeUrl from "vue/dist/vue.runtime.esm-browser.prod.js?url";

const SOURCE = `<script setup>
const msg = "x"
</script>

<template>
  <h1>"{{ msg }}"</h1>
</template>
`;

/** @param editor one of the two that @vue/repl comes with. */
export function openRepl(editor: InstanceType<typeof Repl>["$props"]["editor"]): void {
  const runtime = new URL(runtimeUrl, location.href).href;
  // biome-ignore lint/correctness/useHookAtTopLevel: a composable of Vue, not a hook of React
  const { importMap, vueVersion } = useVueImportMap({ runtimeDev: runtime, runtimeProd: runtime });
  // biome-ignore lint/correctness/useHookAtTopLevel: a composable of Vue, not a hook of React
  const store = useStore({ builtinImportMap: importMap, vueVersion, template: ref({ welcomeSFC: SOURCE }) });
  createApp({ render: () => h(Repl, { store, editor, ssr: false, clearConsole: false }) }).mount("#app");
}
