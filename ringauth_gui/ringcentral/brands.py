"""RingCentral's brands by their ``brand_id`` (reference section 1.3), as data."""

RINGCENTRAL_US = "1210"
BRANDS = {
    RINGCENTRAL_US: "RingCentral (US)",
    "2020": "Unify Office (Atos)",
    "2110": "Rainbow Office",
    "2210": "Verizon",
    "3420": "AT&T Office@Hand",
    "4210": "ecotel",
    "4710": "1&1 Connected Calls",
    "4810": "Symphony",
    "4910": "Frontier",
    "6010": "Avaya Cloud Office",
    "7010": "Vodafone Business",
    "7310": "TELUS Business Connect",
    "7710": "BT Cloud Work",
}
