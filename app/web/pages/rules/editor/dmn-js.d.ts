/** The little of dmn-js that the editor uses; the package brings no types. */
declare module 'dmn-js/lib/Modeler' {
  export interface DmnElement {
    readonly id: string
    readonly name?: string
    readonly $type: string
  }
  export interface DmnView {
    readonly id: string
    readonly name?: string
    readonly type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression'
    readonly element: DmnElement
  }
  interface Viewer {
    on(event: string, listener: () => void): void
    get<T>(service: string): T
  }
  export default class Modeler {
    constructor(options: object)
    importXML(xml: string, options: { readonly open: boolean }): Promise<{ warnings: readonly unknown[] }>
    saveXML(options?: { format?: boolean }): Promise<{ xml: string }>
    getViews(): readonly DmnView[]
    getActiveView(): DmnView | undefined
    getActiveViewer(): Viewer | undefined
    open(view: DmnView): Promise<unknown>
    on(event: string, listener: (event: { viewer?: Viewer }) => void): void
    destroy(): void
  }
}
declare module 'dmn-js/lib/NavigatedViewer' {
  export { default } from 'dmn-js/lib/Modeler'
}
