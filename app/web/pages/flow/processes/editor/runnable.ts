/** Of what bpmn-js offers, only what the engine runs; a new step is somebody's task. */

type Entries = Record<string, unknown>
interface Registers {
  registerProvider(priority: number, provider: object): void
}
interface Menu {
  registerProvider(id: string, priority: number, provider: object): void
}
interface Create {
  start(event: Event, shape: object, context?: object): void
}
interface Factory {
  createShape(of: object): object
}
interface AutoPlace {
  append(source: object, shape: object): void
}
type Translate = (words: string) => string

/** After the providers of bpmn-js, which register at 1000. */
const LATER = 500
const USER_TASK = { type: 'bpmn:UserTask' }

const NOT_DRAWN = ['create.data-object', 'create.data-store', 'create.participant-expanded', 'create.group']
const NOT_APPENDED = ['append.condition-intermediate-event']
const NOT_RUN =
  /script|ad-hoc|transaction|complex|conditional-(start|boundary|intermediate)|link-intermediate|cancel-|compensation-start|data-/

const without = (entries: Entries, hides: (id: string) => boolean): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !hides(id)))

class Palette {
  static $inject = ['palette', 'create', 'elementFactory', 'translate']
  readonly create: Create
  readonly factory: Factory
  readonly translate: Translate
  constructor(palette: Registers, create: Create, factory: Factory, translate: Translate) {
    this.create = create
    this.factory = factory
    this.translate = translate
    palette.registerProvider(LATER, this)
  }
  getPaletteEntries() {
    const begin = (event: Event) => this.create.start(event, this.factory.createShape(USER_TASK))
    return (entries: Entries) => ({
      ...without(entries, (id) => NOT_DRAWN.includes(id)),
      'create.task': {
        group: 'activity',
        className: 'bpmn-icon-user-task',
        title: this.translate('Create user task'),
        action: { dragstart: begin, click: begin },
      },
    })
  }
}

class ContextPad {
  static $inject = ['contextPad', 'create', 'autoPlace', 'elementFactory', 'translate']
  readonly create: Create
  readonly autoPlace: AutoPlace
  readonly factory: Factory
  readonly translate: Translate
  constructor(pad: Registers, create: Create, autoPlace: AutoPlace, factory: Factory, translate: Translate) {
    this.create = create
    this.autoPlace = autoPlace
    this.factory = factory
    this.translate = translate
    pad.registerProvider(LATER, this)
  }
  getContextPadEntries(element: object) {
    const shape = () => this.factory.createShape(USER_TASK)
    return (entries: Entries) => ({
      ...without(entries, (id) => NOT_APPENDED.includes(id)),
      ...('append.append-task' in entries && {
        'append.append-task': {
          group: 'model',
          className: 'bpmn-icon-user-task',
          title: this.translate('Append user task'),
          action: {
            click: () => this.autoPlace.append(element, shape()),
            dragstart: (event: Event) => this.create.start(event, shape(), { source: element }),
          },
        },
      }),
    })
  }
}

class ReplaceMenu {
  static $inject = ['popupMenu']
  constructor(menu: Menu) {
    menu.registerProvider('bpmn-replace', LATER, this)
  }
  getPopupMenuEntries() {
    return (entries: Entries) => without(entries, (id) => NOT_RUN.test(id))
  }
  getPopupMenuHeaderEntries() {
    return (entries: Entries) => without(entries, (id) => id === 'toggle-loop')
  }
}

export const runnable = {
  __init__: ['runnablePalette', 'runnablePad', 'runnableMenu'],
  runnablePalette: ['type', Palette],
  runnablePad: ['type', ContextPad],
  runnableMenu: ['type', ReplaceMenu],
}
