const colophon = /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|附\s*件|附\s*[：:]|附表|[（(]?此件|[（(]?联系人|关键词|主题词|监督(?:方式|电话)|来源|责任编辑|审核|编辑|扫一扫|上一篇|下一篇|相关(?:附件|链接|解读|文章))|印发$|^共印\d|^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/;

/** A line that ends the text: annexes, copies, the printer's line. */
export function isColophon(line: string): boolean {
  return line.length < 200 && colophon.test(line);
}

const about =
  /^(?:(?:您?(?:现在|当前|所在)?的?)位置|索\s*引\s*号|文\s*号|发文(?:字号|机关|机构|日期|单位)|发布(?:日期|时间|机构|单位|机关)|成文日期|生成日期|公开(?:类型|属性|方式|日期|范围|期限)|主题分类|有效性|效力状态|信息(?:来源|分类|类别|名称)|浏览(?:量|次数)?|点击(?:量|次数|数)?|【?字体|【?打印|时效性|实施日期|废止日期|标\s*题|名\s*称)[：:\s【]/;

/** What a web page says of a paper: its index number, when it was put there, how often it was seen. */
export function isAboutPage(line: string): boolean {
  return line.length < 300 && about.test(line);
}

const foot = /ICP备|公网安备|网站标识码|版权所有|备案号/;
const aboveFoot = /^(?:主办|承办|协办|技术支持|运行维护|维护|地址|联系|邮编|邮政编码|电话|网站地图|关于我们|扫一扫|打印|关闭|分享|版权)/;

/** Where a web page's foot begins, which names offices too: 主办：…, 承办：…. */
export function footOf(lines: readonly string[]): number {
  // no page has a foot of more lines
  for (let index = Math.max(0, lines.length - 40); index < lines.length; index++) {
    if (!foot.test(lines[index] ?? "")) continue;
    let first = index;
    while (first > 0 && aboveFoot.test(lines[first - 1] ?? "")) first -= 1;
    return first;
  }
  return lines.length;
}
