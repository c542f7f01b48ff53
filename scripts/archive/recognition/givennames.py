"""Owns the given names by which a name in running text is told from other words with capitals."""

_NAMES = """
aaron abby abdul abdullah abigail ada adam adele adrian adriana agnes ahmed ailsa aisha alan
alasdair alastair albert alec alejandro alex alexander alexandra alfred ali alice alison alistair
allan allen allison alun alyssa amanda amelia amina amir amit amos amy ananya andrea andrew angela
angus anil anita ann anna annabel anne annette annie anthony antonia antonio anwar aoife april
archie ari arjun arlene arnold arthur arturo asha ashley asif aubrey audrey azhar aziz barbara
barney barry basil beatrice becky bella ben benedict benjamin benny bernard bertha beryl beth
bethan betty bev beverley bilal billy bob bobby bonnie brad bradley brandon brenda brendan brent
brett brian bridget bronwen bruce bryan bryn byron callum cameron camille candice caoimhe carl
carla carlos carmen carol caroline carolyn carrie carwyn cassandra catherine catriona cecil cefin
chad charlene charles charlie charlotte cheri cheryl chloe chris christina christine christopher
ciara cindy claire clara clare clarence claudia cliff clive clyde cody colette colin colleen connor
conor constance cora corey courtney craig cynthia dafydd dai daisy dalton damian damon dan dana
daniel danielle danny darlene darrell darren darryl dave david dawn dean deb debbie deborah debra
declan deirdre delia delyth denis denise dennis derek derrick desmond devin diana diane dina dirk
dolores dominic don donald donna donnie dora doreen doris dorothy doug douglas duane duncan dustin
dwayne dwight dylan eddie edgar edith edmund edward edwin eileen eilidh eirian elaine eleanor elena
eli elijah elizabeth ella ellen ellie elliot elliott elmer eloise elsie elwyn emilia emily emlyn
emma emrys enid enrique eric erica erik erin ernest ernie estelle esther ethan ethel eugene eunice
eva evan eve evelyn everett ewan farah fatima fatma fatuma fay faye felix fergus fernando fiona
flora florence floyd frances francis frank fred freda frederick freya gabriel gail gareth garth
gary gavin geoff geoffrey george georgia georgina geraint gerald gerard gerry gilbert giles gillian
gina giovanni gladys glen glenda gloria glyn gordon goretti grace graham grant greg gregory greta
gus gwen gwyneth gwynne habib hamish hank hannah hans harold harpreet harriet harry harvey hasan
hassan hayden hayley hazel heather hefin helen helga henrietta henry herbert herman hilary horace
howard hubert huda hugh hugo humphrey hussain hussein huw ian ibrahim ida ifor ignacio igor ike
imelda imogen imran ines ingrid ioan iona iqbal irene iris irma irving isaac isabel isabella ishbel
isla ivan ivor ivy jack jackie jacob jacqueline jacques jade jaime jake jamal james jamie jan jane
janet janette janice jared jarrod jasmine jason javed javier jay jayne jean jeff jeffrey jenna
jennifer jenny jeremy jerome jerry jess jesse jessica jesus jill jim jimmy joan joanna joanne jodi
jodie joe joel joey johanna john johnny jon jonas jonathan jordan jorge jose josef joseph josephine
joshua josie joyce juan juanita judith judy jules julia julian julie june justin justine karan
karen karin karl karla kate katherine kathleen katie katy kay kayleigh keir keith kelly kelvin ken
kendra kenneth kerri kerry kev kevin khalid kieran kim kimberly kirsteen kirsten kirsty kofi kris
kristen kristin kurt kwame kyle kylie lachlan laila lara larry laura lauren laurence laurie
lawrence layla leah leanne lee leila len lena leo leon leona leonard leroy leslie lester leticia
lewis liam lillian lily linda lindsay lindsey lionel lisa liz llinos lloyd llyr logan lois lola
loretta lori lorna lorraine louis louisa louise lucas lucille lucy luis luke lydia lyle lynda
lynette lynn lynne mabel mabon madeleine madeline mae maeve maggie mair mairi malachi malcolm mandy
manuel marc marcel marcia marco marcus margaret margot marguerite maria marian mariana marie
marilyn mario marion marjorie mark marlene marlon marsha martha martin marty marvin mary maryam
mason matthew maude maureen maurice mavis max maxine maya megan mehmet melanie melinda melissa
melvin meredith merle meryl mhairi michael michelle mick mickey miguel mike milan mildred millie
minnie miriam mitch mohamed mohammad mohammed moira molly monica morag moses muhammad muriel musa
mustafa myrtle nadia nancy naomi natalie natasha nathan nathaniel naveed neelam neha neil nell
nerys nessa nia niamh nicholas nicki nicky nicola nicole nigel nikhil nikki nina noah noel nora
norbert norma norman nuala octavia oisin olga olive oliver olivia olwen omar oona orla oscar oswald
otto owen padraig pam pamela patricia patrick patsy paul paula pauline pedro peggy penelope peredur
perry pete peter phil philip philippa phoebe phyllis pierre pippa polly poppy priscilla priya rab
rachel rae rafael rahul raj rajesh ralph ramon ramona randall ravi raymond rebecca rebekah regina
reginald reuben rex rhian rhiannon rhianon rhoda rhodri rhun rhys ricardo richard rick ricky rita
robbie robert roberta roberto robin rochelle rod roderick rodney roger roland ron ronald ronan
ronnie rory rosa rosalind rosemary rosie rowan rowena roxanne roy ruby rufus rupa rupert russ
russell ruth ryan sabrina sacha sadia sadie saeed sajid saleem salim sally salma sam samantha
samuel sandra sanjay sanjeev sara sarah saul scot scott seamus sean sebastian selina selwyn serena
sergio shane shannon sharon sharron shaun shauna shawn sheila shelley sherry shirin shirley shona
sian sid sidney silvia simon simone sinead siobhan sioned sofia solomon sonia sonya sophia sophie
stacey stan stanley stefan stella steph stephan stephanie stephen steve steven stevie stewart stu
stuart sue sunita susan susannah suzanne sybil sylvester sylvia tamara tammy tania tanya tara tariq
ted teddy terence teresa terrance terri terry tess thea thelma theo theodora theodore theresa thom
thomas tiernan tiffany tilly tim timothy tina toby todd tom tommy toni tony tonya tracey tracie
tracy travis trevor tricia trish trudy tyler ursula valentina valerie vanessa vaughan velma vera
verity vernon veronica vicki vickie vicky victor victoria vijay vikki vince vincent viola violet
virgil vivian vivien vivienne wally walter wanda wayne wendell wendy whitney wilbur wilfred willa
william willie willis wilma winifred winston wyn xavier yasmin yolanda yusuf yvette yvonne zach
zachary zack zahra zainab zara zelda zoe zoltan
"""
GIVEN = frozenset(_NAMES.split())
"""Usual given names of people in Britain, Ireland and America, small, without accents."""
