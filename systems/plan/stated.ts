/**
 * The figures of part 一, items 3 to 18, that no system computes yet, one row an indicator:
 * [id, zh, en, unit, nature, office, names as reports write them, [definition zh, en], decimals].
 */
export type StatedRow = readonly [
  id: string,
  zh: string,
  en: string,
  unit: string,
  nature: 'flow' | 'stock' | 'ratio',
  office: string,
  synonyms: readonly string[],
  definition: readonly [zh: string, en: string],
  decimals?: number,
]

const listed = (what: string, en: string): readonly [string, string] => [
  `当年${what}的数量，以认定或发布文件为准`,
  `${en} in the year, by the document that recognises them`,
]
const standing = (what: string, en: string): readonly [string, string] => [
  `年末${what}的累计数量`,
  `${en} standing at the end of the year`,
]
const amount = (what: string, en: string): readonly [string, string] => [`当年${what}`, `${en} over the year`]

// biome-ignore format: a table reads best with one row an indicator
export const STATED: readonly StatedRow[] = [
  // 4 创新平台
  ['provincial-technology-centres', '省技术创新中心', 'Provincial technology innovation centres', '家', 'stock', 'science', ['省技术创新中心(全省)', '省级技术创新中心'], standing('全省获批的省技术创新中心', 'Provincial technology innovation centres of the province')],
  ['industrial-institutes-new', '新认定市级产业技术研究院', 'New municipal industrial research institutes', '家', 'flow', 'science', ['市级产业技术研究院'], listed('新认定市级产业技术研究院', 'Municipal industrial research institutes recognised')],
  ['nwpu-centres', '西工大宁波研究院技术研究中心', 'Research centres of the NPU Ningbo institute', '大', 'stock', 'science', [], standing('西工大宁波研究院建成的技术研究中心', 'Research centres of the institute')],
  ['nwpu-platforms', '西工大宁波研究院累计创建省级及以上创新平台', 'Platforms of the NPU Ningbo institute', '个', 'stock', 'science', ['累计创建省级及以上创新平台', '省级及以上创新平台'], standing('西工大宁波研究院创建的省级及以上创新平台', 'Platforms of provincial rank or above of the institute')],
  ['nwpu-incubated', '西工大宁波研究院孵化培育科技型企业', 'Firms incubated by the NPU Ningbo institute', '家', 'stock', 'science', ['孵化培育科技型企业'], standing('西工大宁波研究院孵化培育的科技型企业', 'Technology firms incubated by the institute')],
  ['new-type-institutes', '省级新型研发机构', 'Provincial new-type research institutes', '家', 'stock', 'science', ['新型研发机构'], standing('省级新型研发机构', 'Provincial new-type research institutes')],
  ['national-incubators', '国家级孵化器', 'National incubators', '家', 'stock', 'science', ['国家级科技企业孵化器', '累计拥有国家级孵化器'], standing('国家级科技企业孵化器', 'National incubators')],
  ['national-incubator-share', '国家级孵化器占全市总数比重', 'Share of the city’s national incubators', '%', 'ratio', 'science', ['国家级孵化器占全市总数'], ['国家级孵化器数÷全市国家级孵化器数', 'National incubators of the zone over those of the city']],
  // 6 创新质效
  ['science-award-sweep', '市科技进步奖大满贯', 'Full sweep of the city science awards', '年', 'stock', 'science', ['实现市科技进步奖大满贯'], ['连续获得市科学技术进步奖各等次奖项的年数', 'Years in a row with every class of the city science and technology award']],
  ['science-awards', '市科技进步奖获奖项目', 'City science awards', '个', 'flow', 'science', ['项目获奖', '市科技进步奖'], listed('获市科学技术进步奖项目', 'Projects awarded')],
  ['key-research-projects', '新获批市级以上重点研发计划项目', 'Key R&D projects approved', '项', 'flow', 'science', ['市级以上重点研发计划项目', '重点研发计划项目'], listed('新获批市级以上重点研发计划项目', 'Key R&D projects approved')],
  ['key-research-projects-national', '新获批国家级重点研发计划项目', 'Key R&D projects, national', '项', 'flow', 'science', ['国家级重点研发计划项目'], listed('新获批国家级重点研发计划项目', 'National key R&D projects approved')],
  ['key-research-projects-provincial', '新获批省级重点研发计划项目', 'Key R&D projects, provincial', '项', 'flow', 'science', ['省级重点研发计划项目'], listed('新获批省级重点研发计划项目', 'Provincial key R&D projects approved')],
  ['key-research-projects-municipal', '新获批市级重点研发计划项目', 'Key R&D projects, municipal', '项', 'flow', 'science', ['市级重点研发计划项目'], listed('新获批市级重点研发计划项目', 'Municipal key R&D projects approved')],
  ['key-research-funds', '重点研发计划项目获支持经费', 'Funds of key R&D projects', '万元', 'flow', 'science', ['获支持经费'], amount('重点研发计划项目获上级支持经费', 'Funds granted to key R&D projects')],
  ['zone-innovation-projects', '新实施区重大技术创新项目', 'Zone innovation projects started', '项', 'flow', 'science', ['区重大技术创新项目'], listed('新实施区重大技术创新项目', 'Zone innovation projects started')],
  ['zone-innovation-funds', '区重大技术创新项目支持经费', 'Funds of zone innovation projects', '万元', 'flow', 'science', [], amount('区重大技术创新项目支持经费', 'Funds of zone innovation projects')],
  ['invention-patents-new', '新增授权发明专利', 'Invention patents granted', '件', 'flow', 'science', ['授权发明专利', '发明专利授权量'], amount('新增授权发明专利件数', 'Invention patents granted')],
  ['invention-patents', '有效发明专利', 'Invention patents in force', '件', 'stock', 'science', ['发明专利有效量', '有效发明专利拥有量'], standing('有效发明专利', 'Invention patents in force')],
  ['high-value-patents-per-10k', '每万人高价值发明专利拥有量', 'High-value patents per 10,000 people', '件', 'ratio', 'science', ['万人高价值发明专利拥有量'], ['年末有效高价值发明专利件数÷常住人口（万人）', 'High-value invention patents in force per ten thousand residents']],
  // 7 项目招引
  ['investment-teams', '招商小分队', 'Investment teams', '支', 'stock', 'investment', ['组建招商小分队'], standing('招商小分队', 'Investment teams')],
  ['projects-landed', '新招引落地重点项目', 'Key projects landed', '个', 'flow', 'investment', ['招引落地重点项目', '落地重点项目'], listed('新招引并落地的重点项目', 'Key projects landed')],
  ['projects-above-1-billion', '引进总投资10亿元以上新兴产业项目', 'Emerging-industry projects above 1 billion yuan', '个', 'flow', 'investment', ['总投资10亿元以上新兴产业项目'], listed('引进总投资10亿元以上新兴产业项目', 'Projects brought in')],
  ['domestic-investment', '国内招商引资', 'Domestic investment', '亿元', 'flow', 'investment', ['实现国内招商引资', '实际利用内资'], amount('国内招商引资到位资金', 'Domestic capital brought in'), 2],
  ['returning-capital', '浙商回归资金', 'Capital of returning Zhejiang merchants', '亿元', 'flow', 'investment', ['完成浙商回归资金', '浙商回归'], amount('浙商回归到位资金', 'Capital of returning Zhejiang merchants'), 2],
  ['foreign-capital', '实际利用外资', 'Foreign capital used', '万美元', 'flow', 'investment', ['实际使用外资', '实到外资'], amount('实际使用外资金额', 'Foreign capital actually used')],
  ['foreign-manufacturing-share', '实际利用外资中制造业资金占比', 'Manufacturing share of foreign capital', '%', 'ratio', 'investment', ['制造业资金占比', '制造业外资占比'], ['制造业实际使用外资÷实际使用外资', 'Foreign capital used in manufacturing over all of it'], 1],
  // 9 要素保障
  ['relocated-area', '房屋征拆总面积', 'Floor area relocated', '万平方米', 'flow', 'relocation', ['房屋征拆面积', '征拆总面积', '房屋征收拆迁面积'], amount('完成房屋征收拆迁的建筑面积', 'Floor area relocated'), 1],
  ['signed-meibei', '梅北旧改征收项目签约率', 'Sign-up rate, Meibei', '%', 'ratio', 'relocation', ['梅北旧改征收项目'], ['已签约户数÷应签约户数', 'Households signed over households to sign']],
  ['signed-software-east', '软件园东区签约率', 'Sign-up rate, Software Park East', '%', 'ratio', 'relocation', ['软件园东区'], ['已签约户数÷应签约户数', 'Households signed over households to sign']],
  ['signed-aideng', '爱登村签约率', 'Sign-up rate, Aideng', '%', 'ratio', 'relocation', ['爱登村'], ['已签约户数÷应签约户数', 'Households signed over households to sign']],
  ['signed-miaosheng', '妙胜寺村签约率', 'Sign-up rate, Miaoshengsi', '%', 'ratio', 'relocation', ['妙胜寺村'], ['已签约户数÷应签约户数', 'Households signed over households to sign']],
  ['forest-balance', '林地占补平衡指标调剂交割', 'Forest balance quota settled', '亩', 'flow', 'planning', ['林地占补平衡指标'], amount('完成林地占补平衡指标调剂交割面积', 'Forest balance quota settled')],
  ['land-preparation-new', '新增做地项目', 'New land preparation projects', '个', 'flow', 'planning', ['做地项目'], listed('新增做地项目', 'Land preparation projects started')],
  ['land-supplied', '供应各类建设用地', 'Construction land supplied', '亩', 'flow', 'planning', ['建设用地供应', '供应建设用地'], amount('供应的各类建设用地面积', 'Construction land supplied')],
  ['land-approved-used', '消化批而未供土地', 'Approved land put to use', '亩', 'flow', 'planning', ['批而未供土地', '消化批而未供'], amount('消化批而未供土地面积', 'Approved but unsupplied land put to use'), 1],
  ['land-revived', '盘活存量土地', 'Idle land revived', '亩', 'flow', 'planning', ['盘活存量', '盘活存量建设用地'], amount('盘活存量建设用地面积', 'Idle land revived'), 1],
  ['land-redeveloped', '低效用地再开发', 'Low-yield land redeveloped', '亩', 'flow', 'planning', ['完成低效用地再开发'], amount('完成低效用地再开发面积', 'Low-yield land redeveloped'), 1],
  // 10 城市更新
  ['floor-area-started', '新开工房建面积', 'Floor area started', '万平方米', 'flow', 'construction', ['新开工面积', '开工房建面积'], amount('新开工房屋建筑面积', 'Floor area started'), 1],
  ['floor-area-finished', '竣工房建面积', 'Floor area finished', '万平方米', 'flow', 'construction', ['竣工面积'], amount('竣工房屋建筑面积', 'Floor area finished'), 1],
  ['road-length-finished', '竣工道路长度', 'Road length finished', '公里', 'flow', 'construction', ['竣工道路'], amount('竣工道路长度', 'Road length finished'), 2],
  // 11 城市环境
  ['good-air-share', '全区空气优良率', 'Share of good-air days', '%', 'ratio', 'environment', ['空气优良率', '空气质量优良率', '空气质量优良天数比例'], ['AQI≤100的天数÷有效监测天数（HJ 663）', 'Days with AQI of at most 100 over days monitored (HJ 663)'], 1],
  // 13 公共服务
  ['pocket-parks', '口袋公园', 'Pocket parks', '个', 'flow', 'city', ['建设口袋公园', '新建口袋公园'], listed('建成口袋公园', 'Pocket parks built')],
  // 14 社会保障
  ['livelihood-spending-share', '民生领域财政支出占一般公共预算支出', 'Livelihood share of budget spending', '%', 'ratio', 'finance', ['民生支出占比', '民生领域财政支出占一般公共预算支出比重', '民生支出占一般公共预算支出比重'], ['民生领域财政支出÷一般公共预算支出', 'Livelihood spending over general public budget spending']],
  ['nurseries-new', '新增托幼机构', 'New nurseries', '家', 'flow', 'social', ['托幼机构', '新增托育机构'], listed('新增托幼机构', 'Nurseries opened')],
  ['nursery-places-per-1000', '每千人托位数', 'Nursery places per 1,000 people', '个', 'ratio', 'social', ['千人托位数', '每千人口托位数'], ['托位总数÷常住人口（千人）', 'Nursery places per thousand residents'], 1],
  ['jobs-new', '新增就业', 'New jobs', '人', 'flow', 'social', ['城镇新增就业', '新增就业人数', '城镇新增就业人数'], amount('城镇新增就业人数', 'New urban jobs')],
  ['registered-unemployment', '城镇登记失业率', 'Registered urban unemployment', '%', 'ratio', 'social', ['登记失业率'], ['城镇登记失业人数÷（城镇从业人数＋城镇登记失业人数）', 'Registered unemployed over employed plus registered unemployed, urban'], 2],
  // 16 全面从严治党
  ['inspection-findings', '巡视反馈的问题意见', 'Findings of the inspection', '个', 'stock', 'discipline', ['巡视反馈问题', '巡视反馈的问题'], ['省委巡视反馈的问题意见条数', 'Findings that the provincial inspection reported']],
  ['inspection-measures', '巡视整改措施', 'Measures after the inspection', '条', 'stock', 'discipline', [], ['针对巡视反馈意见制定的整改措施条数', 'Measures set in answer to the findings']],
  // 18 队伍建设
  ['commended-officials', '通报表彰表现突出的干部', 'Officials commended', '名', 'flow', 'talent', ['通报表彰干部', '表彰干部', '表现突出的干部'], amount('“高新先锋榜”通报表彰干部人数', 'Officials commended on the honour roll')],
]
