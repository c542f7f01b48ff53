"""Owns the given names by which a name in running text is told from other words with capitals."""

_NAMES = """
aaron abdul abdullah abigail adam adrian agnes ahmed aisha alan albert alex alexander alexandra ali
alice alison amanda amelia amina amir amit amy ananya andrea andrew angela anita ann anna anne
annie anthony antonio april archie arjun arthur asha ashley audrey aziz barbara barry beatrice ben
benjamin bernard beth betty beverley bilal brenda brian bridget bronwen bruce callum carl carla
carlos carmen carol caroline catherine cecil charles charlie charlotte chloe chris christina
christine christopher ciara claire clara clare clive colin connor craig cynthia daisy damian
daniel darren david dawn dean deborah declan denis dennis derek diana diane dominic donald donna
doris dorothy douglas duncan dylan edith edward eileen elaine eleanor elizabeth ella ellen ellie
elsie emily emma eric erica ernest esther ethan eva evan eve evelyn ewan farah fatima fatma faye
felix fiona florence frances francis frank fred frederick freya gareth gary gavin geoffrey george
georgia gerald gerard gillian gladys glen gloria gordon grace graham grant gregory gwen habib
hannah hans harold harriet harry hasan hassan hazel heather helen henry hilary hugh huda hussain
hussein ian ibrahim imran ines ingrid iqbal irene iris isaac isabel isabella isla ivan ivy jack
jacob jacqueline jade jake james jamie jan jane janet janice jason jasmine javed jay jean jeffrey
jennifer jenny jeremy jessica jill joan joanna joanne jodie joe joel john jonathan jordan jorge
jose joseph josephine joshua joyce juan judith julia julian julie june karen kate katherine
kathleen katie kayleigh keith kelly ken kenneth kerry kevin khalid kieran kim kirsty kofi kwame
kyle laila laura lauren lawrence layla leah lee leila lena leo leon leroy leslie lewis liam lily
linda lisa lloyd logan lorraine louis louise lucas lucy luis luke lydia lynn mabel madeleine maeve
malcolm marcus margaret maria marian marie marilyn marion mark marlene martha martin mary maryam
mason matthew maureen maurice max maya megan mehmet melanie melissa michael michelle miguel
mildred millie miriam mohamed mohammad mohammed molly monica muhammad musa mustafa nadia nancy naomi
natalie natasha nathan neil nia niamh nicholas nicola nicole nigel nina noah noel nora norma norman
nuala olive oliver olivia olga omar orla oscar owen pamela patricia patrick paul paula pauline
pedro peggy penelope peter philip phoebe phyllis pierre poppy priya rachel rafael rahul raj rajesh
ralph ravi raymond rebecca rhys richard rita robert robin roger ronald rosa rosemary roy ruby
rupert russell ruth ryan sadia salim sally sam samantha samuel sandra sanjay sara sarah scott sean
sharon sheila shirley sian sidney simon siobhan sofia sophia sophie stacey stanley stella stephanie
stephen steven stewart stuart sunita susan suzanne sylvia tania tara tariq terence teresa thelma
theo theresa thomas tiffany timothy tina toby tom tony tracey tracy trevor valerie vera verity
veronica victor victoria vijay vincent violet vivian walter wayne wendy wilfred william winifred
xavier yasmin yusuf yvonne zachary zahra zainab zara zoe
"""
GIVEN = frozenset(_NAMES.split())
"""Usual given names of people in Britain and where its people come from, small, without accents."""
