/** Plain words of a plain voice, the common ones first: a draw that prefers the front sounds like prose. */
export const words: readonly string[] = (
  "the of and a to in it is was that for on with as at by from this we they he she you but not are were be have had " +
  "one all there when who which out so up what about into than them can only other some very after our over most also " +
  "before through where much any well down should because each just those people how too little good year may use man " +
  "day same come work three word must part here because under house table window morning evening coffee bread street " +
  "letter question answer meeting chair kitchen river garden winter summer paper pencil kettle lamp stair bridge boat " +
  "market corner neighbour friend stranger guest host listener speaker teacher baker tailor driver clerk nurse pilot " +
  "quiet slow warm cold bright narrow wide early late honest careful patient stubborn gentle hollow heavy light dry " +
  "carries keeps leaves brings holds opens closes mends counts writes reads walks waits listens remembers forgets " +
  "promises borrows returns repairs measures divides gathers scatters follows answers asks wonders begins ends stays " +
  "nobody somebody everybody anything nothing something always never often seldom again already almost perhaps maybe " +
  "decision agreement quarrel silence welcome farewell journey habit custom habitually archive notebook calendar " +
  "station platform timetable ticket luggage passage harbour island weather thunder shadow daylight twilight midnight"
).split(" ");
