import { text } from '../../kernel/text.ts'

/** The ladder (梯度培育) from its lowest rung, then lists, marks and bodies of research. */
export const SCHEMES = {
  'national-tech-sme': text('国家科技型中小企业', 'National technology SME'),
  'provincial-tech-sme': text('省级科技型中小企业', 'Provincial technology SME'),
  'innovative-sme': text('创新型中小企业', 'Innovative SME'),
  'high-tech': text('高新技术企业', 'High-tech enterprise'),
  'specialised-sme': text('专精特新中小企业', 'Specialised SME'),
  'little-giant': text('国家专精特新“小巨人”', 'National “little giant”'),
  'provincial-little-giant': text('省级科技小巨人', 'Provincial technology little giant'),
  champion: text('制造业单项冠军', 'Manufacturing champion'),
  'leading-tech': text('省级科技领军企业', 'Provincial leading technology firm'),
  eagle: text('雄鹰企业', 'Eagle'),
  listed: text('上市公司', 'Listed company'),
  'supply-chain-leader': text('50亿以上供应链龙头', 'Supply-chain leader above 5 billion yuan'),
  'innovation-top-500': text('省高企创新能力500强', 'Provincial innovation top 500'),
  'software-top-100': text('中国工业软件100强', 'Industrial software top 100'),
  'china-top-500': text('中国企业500强', 'China top 500'),
  'quality-mark': text('“品字标”认证', 'Provincial quality mark'),
  'provincial-institute': text('省级企业研究院', 'Provincial enterprise institute'),
  'high-tech-centre': text('省级高新技术企业研究开发中心', 'High-tech R&D centre'),
  'key-laboratory': text('市级重点实验室', 'Municipal key laboratory'),
  'key-institute': text('市级重点企业研究院', 'Key enterprise institute'),
  'technology-centre': text('市级企业技术研发中心', 'Enterprise technology centre'),
} as const

export type Scheme = keyof typeof SCHEMES
