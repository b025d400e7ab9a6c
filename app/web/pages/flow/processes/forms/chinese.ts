import { speak } from '../../form/speak.ts'

/** What form-js's editor says, in Chinese; its terms are those of docs/glossary.md. */
const CHINESE: Readonly<Record<string, string>> = {
  Components: '控件',
  'Search components': '查找控件',
  'Clear content': '清空',
  'No components found.': '没有找到控件',
  Input: '输入',
  Selection: '选择',
  Presentation: '展示',
  Containers: '容器',
  Action: '动作',
  'Text field': '单行文字',
  'Text area': '多行文字',
  Number: '数字',
  'Date time': '日期时间',
  Checkbox: '勾选',
  'Checkbox group': '多选',
  'Radio group': '单选',
  Select: '下拉',
  'Tag list': '标签多选',
  'Text view': '文字',
  'HTML view': '网页内容',
  'Image view': '图片',
  Separator: '分隔线',
  Spacer: '空白',
  Group: '分组',
  Button: '按钮',
  Form: '表单',
  'Build your form': '拖入控件，搭建表单',
  'Drag and drop components here.': '把控件拖到这里。',
  'Drag and drop components here to start designing.': '把左侧的控件拖到这里。',
  'Use the preview window to test your form.': '',
  'Select a form field to edit its properties.': '选一个控件，在这里填写它的属性。',
  'Multiple form fields are selected. Select a single form field to edit its properties.':
    '选中了几个控件；只选一个才能填写属性。',
  General: '基本',
  Condition: '显示条件',
  Layout: '版式',
  Appearance: '外观',
  Serialization: '存储',
  Constraints: '限制',
  Validation: '校验',
  'Options source': '选项来源',
  'Static options': '固定选项',
  'Dynamic options': '动态选项',
  'Options expression': '选项表达式',
  'Custom properties': '自定义属性',
  Expression: '表达式',
  'Field label': '名称',
  'Field description': '说明',
  'Group label': '分组名称',
  'Show outline': '显示边框',
  'Vertical alignment': '垂直对齐',
  Label: '名称',
  Key: '键名',
  'Binds to a form variable': '存入办件的变量名',
  'Default value': '默认值',
  Disabled: '停用',
  'Read only': '只读',
  Required: '必填',
  'Minimum length': '最少字数',
  'Maximum length': '最多字数',
  Minimum: '最小值',
  Maximum: '最大值',
  'Validation pattern': '格式校验',
  Custom: '自定义',
  'Custom regular expression': '正则表达式',
  'Custom error message': '不符时的提示',
  Email: '邮箱',
  Phone: '电话',
  'Decimal digits': '小数位数',
  Increment: '步长',
  Prefix: '前缀',
  Suffix: '后缀',
  'Output as string': '存为文字',
  'Allows arbitrary precision values': '可存任意精度',
  'Hide if': '隐藏条件',
  'Condition under which the field is hidden': '成立时不显示',
  Columns: '列数',
  Height: '高度',
  Auto: '自动',
  Top: '顶部',
  Center: '居中',
  Bottom: '底部',
  Text: '文字',
  Type: '类型',
  Value: '值',
  Searchable: '可查找',
  Subtype: '类别',
  Date: '日期',
  Time: '时间',
  'Date & time': '日期和时间',
  'Date label': '日期名称',
  'Time label': '时间名称',
  'Time format': '时间格式',
  'Time interval': '时间间隔',
  'Use 24h': '24小时制',
  'Disallow past dates': '不能选过去的日期',
  Checked: '勾选',
  'Not checked': '不勾选',
  Submit: '提交',
  Reset: '重置',
  'Alternative text': '替代文字',
  'Image source': '图片地址',
  Content: '内容',
  Path: '路径',
  ID: '标识',
  'Version tag': '版本标签',
  'Input values key': '选项所在变量',
  Create: '新建',
  'Create new list item': '新建一项',
  'Toggle section': '展开或收起',
  'Toggle list item': '展开或收起',
  'Delete item': '删除',
  'Open pop-up editor': '放大编辑',
  'Opened in editor': '正在放大编辑',
  'Section contains edits': '有改动',
  'Section contains an error': '有错误',
  '<empty>': '（空）',
  'Drag to reorder': '拖动排序',
  Remove: '删除',
  'Remove component': '删除控件',
}
for (const type of [
  'Text field',
  'Text area',
  'Number',
  'Date time',
  'Checkbox',
  'Checkbox group',
  'Radio group',
  'Select',
  'Tag list',
  'Text view',
  'HTML view',
  'Image view',
  'Separator',
  'Spacer',
  'Group',
  'Button',
])
  Object.assign(CHINESE, { [`Create a ${type} element`]: `加入：${CHINESE[type]}` })
Object.assign(CHINESE, { 'Create an Image view element': `加入：${CHINESE['Image view']}` })

/** The editor's own words in Chinese; what people wrote themselves stands in fields, and in the drawn form, and is left alone. */
export const speakChinese = (container: HTMLElement): (() => void) =>
  speak(container, CHINESE, '.fjs-form-field, [contenteditable]')

interface Created {
  label?: string
  text?: string
  values?: readonly { readonly label: string; readonly value: string }[]
}
interface FieldFactory {
  create(attributes: Created, defaults?: boolean): Created
}

/** Fields that are new are called by their kind in Chinese; what a form brings stays as it is. */
export function nameInChinese(factory: FieldFactory): void {
  const create = factory.create.bind(factory)
  factory.create = (attributes, defaults = true) => {
    const made = create(attributes, defaults)
    if (!defaults) return made
    const label = attributes.label === undefined && CHINESE[made.label ?? '']
    if (label) made.label = label
    if (attributes.text === undefined && made.text === '# Text') made.text = '# 文字'
    if (attributes.values === undefined && made.values?.[0]?.label === 'Value')
      made.values = made.values.map((each) => ({ ...each, label: '选项' }))
    return made
  }
}
