import type { Direction } from "../../src/lib/direction.ts";

/** One title for each script that cards can draw, and some that mix them. */
export const titles: readonly (readonly [name: string, lang: string, direction: Direction, title: string])[] = [
  ["Latin", "en", "ltr", "A good apology has three verbs – “sorry” is none of them"],
  ["Latin with marks", "vi", "ltr", "Nghệ thuật lắng nghe và những buổi chiều cà phê"],
  ["Cyrillic", "uk", "ltr", "Про користь довгих столів і коротких промов: їжак, ґанок"],
  ["Greek", "el", "ltr", "Για τα μεγάλα τραπέζια και τις μικρές κουβέντες"],
  ["Arabic", "ar", "rtl", "القهوة أولًا: رسالة إلى من يكتب GitHub Discussions في عام ٢٠٢٦"],
  ["Arabic with vowels", "ar", "rtl", "مَنْ جَدَّ وَجَدَ وَمَنْ زَرَعَ حَصَدَ (1984)"],
  ["Persian", "fa", "rtl", "می‌خواهم گفت‌وگو با ۱۲ صندلی، پشت میز"],
  ["Urdu", "ur", "rtl", "لمبی میز پر بیٹھے لوگ"],
  ["Hebrew", "he", "rtl", "שָׁלוֹם: על השולחן הארוך (The Long Table) ועל 24 כיסאות"],
  ["Japanese", "ja", "ltr", "「あとで話そう」と言ったままの会話を、GitHub Discussions でもう一度"],
  ["Simplified Chinese", "zh-CN", "ltr", "闲聊的用处：为什么一张长桌比十次会议更能让人说出“真话”？"],
  ["Traditional Chinese", "zh-TW", "ltr", "閒聊的用處：為什麼一張長桌比十次會議更能讓人說出「真話」？"],
  ["Korean", "ko", "ltr", "긴 탁자에서 나누는 이야기와 커피 한 잔의 쓸모에 대하여"],
  ["Mixed", "en", "ltr", "東京, Seoul (서울) and שלום: three words & a <b>map</b> → 5 €"],
];
